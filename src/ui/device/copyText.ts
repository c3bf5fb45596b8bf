import Taro from '@tarojs/taro'

/**
 * Puts a text on the clipboard and says so once.
 * @param _words what a browser says; WeChat says 「内容已复制」 itself
 */
export async function copyText(text: string, _words: string): Promise<void> {
  await Taro.setClipboardData({ data: text })
}
