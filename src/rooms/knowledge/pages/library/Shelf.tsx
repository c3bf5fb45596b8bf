import type { DocumentCategory } from '@domain/knowledge/document'
import { View } from '@tarojs/components'
import { api, usePagesOf } from '@/api'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { DocumentRow } from '../../DocumentRow'

/** The documents of one category that are for the reader, page by page; without asking for them, what is known of them. */
export function useShelf(category: DocumentCategory, { enabled }: { enabled: boolean }) {
  const pages = usePagesOf(api.knowledge.openLibrary, { category }, { enabled })
  return { pages, screen: usePagedScreen(pages) }
}

export function Shelf({ pages }: Pick<ReturnType<typeof useShelf>, 'pages'>) {
  const documents = pages.data?.pages.flatMap(page => page.documents) ?? []
  return (
    <View className="pad mt-8">
      <Card padding="none">
        {documents.map(document => (
          <DocumentRow key={document.documentId} document={document} />
        ))}
      </Card>
      <ListEnd of={pages} />
    </View>
  )
}
