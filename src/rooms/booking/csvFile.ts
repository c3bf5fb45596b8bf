import Taro from '@tarojs/taro'
import { toast } from '@/ui/toast/store'

/** A phone in WeChat has no folder to save into; what is copied can be pasted into a chat or a table. */
export const savingWords = '复制名单'

/** Hands a list over to whoever asked for it. @param csv with a header line */
export async function saveCsv(_name: string, csv: string): Promise<void> {
  await Taro.setClipboardData({ data: csv })
  toast.show('名单已复制，贴到表格里就能用')
}
