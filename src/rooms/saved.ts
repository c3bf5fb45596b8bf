import { toast } from '@/ui/toast/store'
import { backOr, type RoomPage } from './open'

/** What follows a form that was kept: back to where one came from, or else to its list, and a word about it. */
export function backFromSaved(list: RoomPage): void {
  void backOr(list)
  toast.show('存好了')
}
