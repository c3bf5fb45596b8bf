import { View } from '@tarojs/components'
import { tappable } from '../a11y/tappable'
import './listEnd.scss'

/** What a list that comes page by page says of what is not there yet, as a query of pages does. */
export interface EndlessList {
  hasNextPage: boolean
  /** The first page is on its way. */
  isLoading: boolean
  isLoadingError: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<unknown>
}

export interface ListEndProps {
  of: EndlessList
  /** Said when everything is shown. */
  words?: string
}

/** The last line of an endless list: more is coming, could not come, or was all. */
export function ListEnd({ of: list, words = '都看完了' }: ListEndProps) {
  const isComing = list.isLoading || list.isFetchingNextPage
  if ((list.isFetchNextPageError || list.isLoadingError) && !isComing) {
    return (
      <View
        className="list-end list-end--failed"
        {...tappable()}
        onClick={() => {
          void list.fetchNextPage()
        }}
      >
        没能接着加载，点这里再试
      </View>
    )
  }
  return (
    <View className="list-end" aria-live="polite">
      {list.hasNextPage || isComing ? '还有，正在加载…' : words}
    </View>
  )
}
