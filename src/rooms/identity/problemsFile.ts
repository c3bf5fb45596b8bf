import { copyText } from '@/ui/device/copyText'

/** A phone in WeChat has no folder to save into; what is copied can be pasted into a chat or a table. */
export const savingWords = '复制问题行'

/** Hands the lines over to the person who keeps the file. @param csv with a header line */
export async function saveProblems(csv: string): Promise<void> {
  await copyText(csv, '问题行已复制，贴到表格里就能改')
}
