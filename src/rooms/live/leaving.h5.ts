import type { Platform } from '@domain/live/platform'
import { openPage } from '@/rooms/open'
import { toast } from '@/ui/toast/store'

/** A browser knows no channels and no mini programs; a page it can show. */
export async function goToPlatform(platform: Platform, broadcastId: string): Promise<void> {
  if (platform.kind === 'web') openPage('live/watch', { broadcastId })
  else toast.show('这里打不开，请在微信里看')
}
