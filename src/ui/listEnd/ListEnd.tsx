import { View } from '@tarojs/components'
import { tappable } from '../a11y/tappable'
import './listEnd.scss'

export interface ListEndProps {
  /** There is more than is shown. */
  more: boolean
  loading: boolean
  failed: boolean
  onRetry: () => void
  /** Said when everything is shown. */
  words?: string
}

/** The last line of an endless list: more is coming, could not come, or was all. */
export function ListEnd({ more, loading, failed, onRetry, words = '都看完了' }: ListEndProps) {
  if (failed && !loading) {
    return (
      <View className="list-end list-end--failed" {...tappable()} onClick={onRetry}>
        没能接着加载，点这里再试
      </View>
    )
  }
  return (
    <View className="list-end" aria-live="polite">
      {more || loading ? '还有，正在加载…' : words}
    </View>
  )
}
