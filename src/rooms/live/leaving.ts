import type { Platform } from '@domain/live/platform'
import Taro from '@tarojs/taro'
import { openPage } from '@/rooms/open'
import { toast } from '@/ui/toast/store'

const isCancel = (error: unknown) => /cancel/i.test((error as { errMsg?: string }).errMsg ?? '')

/** Goes to where a broadcast is shown, by the platform's own means; the way back leads here. */
export async function goToPlatform(platform: Platform, broadcastId: string): Promise<void> {
  if (platform.kind === 'web') return openPage('live/watch', { broadcastId })
  try {
    if (platform.kind === 'miniProgram')
      await Taro.navigateToMiniProgram({ appId: platform.appId, path: platform.path })
    else if (platform.feedId)
      await Taro.openChannelsActivity({ finderUserName: platform.finderUserName, feedId: platform.feedId })
    else await Taro.openChannelsLive({ finderUserName: platform.finderUserName })
  } catch (error) {
    if (!isCancel(error)) toast.show('微信没能打开，升级微信后再试')
  }
}
