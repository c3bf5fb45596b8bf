/// <reference lib="dom" />

export const savingWords = '下载问题行'

/** Spreadsheets take a file without this mark for another encoding than UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

export async function saveProblems(csv: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = '名单问题行.csv'
  link.click()
  URL.revokeObjectURL(url)
}
