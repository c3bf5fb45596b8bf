import { goBack } from '@/ui/nav/Nav'
import { toast } from '@/ui/toast/store'

/** What follows a form that was kept: back to where one came from, and a word about it. */
export function backFromSaved(): void {
  void goBack()
  toast.show('存好了')
}
