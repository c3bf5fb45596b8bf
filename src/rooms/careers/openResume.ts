import { api, call } from '@/api'
import { openAttachment } from '@/rooms/openAttachment'
import { toast } from '@/ui/toast/store'

/** Shows a résumé to whoever may see it. */
export async function openResume(candidateId: string): Promise<void> {
  try {
    await openAttachment(() => call(api.careers.openResume, { candidateId }))
  } catch {
    toast.show('简历没能打开，看看网络，再试一次')
  }
}
