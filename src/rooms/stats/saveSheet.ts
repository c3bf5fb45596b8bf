import { openSheet } from '@/rooms/openSheet'
import { toast } from '@/ui/toast/store'

/** Opens a spreadsheet by its link, which is good for ten minutes, and says so where it did not open. */
export async function saveSheet(url: string): Promise<void> {
  try {
    await openSheet(url)
  } catch {
    toast.show('表格没有打开，刷新一下再试')
  }
}
