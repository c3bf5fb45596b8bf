import { copyText } from '@/ui/device/copyText'

/** A phone in WeChat has no folder to save into; what is copied can be pasted into a chat or a table. */
export const savingVerb = '复制'

/** Hands lines over to whoever asked for them. @param csv with a header line */
export async function saveCsv(_name: string, csv: string): Promise<void> {
  await copyText(csv, '已复制，贴到表格里就能用')
}
