/// <reference lib="dom" />
import { toast } from '../toast/store'

/** Puts a text on the clipboard and says so once; Taro's own call would add WeChat's words to ours. */
export async function copyText(text: string, words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast.show(words)
  } catch {
    toast.show('浏览器没让复制，请长按选中再复制')
  }
}
