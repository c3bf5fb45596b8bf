import Taro from '@tarojs/taro'
import { toast } from '@/ui/toast/store'

interface ChannelsFilm {
  finderUserName: string
  feedId: string
}

export const canOpenChannels = true

const isCancel = (error: unknown) => /cancel/i.test((error as { errMsg?: string }).errMsg ?? '')

/** Leaves for a film in WeChat's channels; its back button comes back here. */
export async function openChannelsFilm({ finderUserName, feedId }: ChannelsFilm): Promise<void> {
  try {
    await Taro.openChannelsActivity({ finderUserName, feedId })
  } catch (error) {
    if (!isCancel(error)) toast.show('微信没能打开视频号，升级微信后再试')
  }
}

interface Account {
  kind: 'official' | 'channels' | 'miniProgram'
  appId: string | null
  finderUserName: string | null
}

/**
 * Goes to where an account is followed, by the platform's own means.
 * @returns false where there is none: its code or its name has to be shown
 */
export async function goToAccount({ kind, appId, finderUserName }: Account): Promise<boolean> {
  try {
    if (kind === 'miniProgram' && appId) await Taro.navigateToMiniProgram({ appId })
    else if (kind === 'channels' && finderUserName) await Taro.openChannelsUserProfile({ finderUserName })
    else return false
    return true
  } catch (error) {
    return isCancel(error)
  }
}
