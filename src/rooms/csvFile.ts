import Taro from '@tarojs/taro'
import { toast } from '@/ui/toast/store'

/** A phone in WeChat has no folder to save into; what is copied can be pasted into a chat or a table. */
export const savingVerb = '复制'

/** Hands lines over to whoever asked for them. @param csv with a header line */
export async function saveCsv(_name: string, csv: string): Promise<void> {
  await Taro.setClipboardData({ data: csv })
  toast.show('已复制，贴到表格里就能用')
}
