import { headOf, otherNamesOf } from '@domain/knowledge/term'
import { Text, View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import './termRow.scss'
import type { Term } from './useGlossary'

/** A word in a list: how it is said, its fuller name, and in one line what it is. */
export function TermRow({ term, seen = false }: { term: Term; seen?: boolean }) {
  const [other] = otherNamesOf(term)
  return (
    <View
      className="term-row"
      {...tappable()}
      onClick={() => openPage('knowledge/term', { termId: term.termId })}
    >
      <View className="term-row__words">
        <View className="term-row__names">
          {headOf(term)}
          {other ? <Text className="term-row__other">{other}</Text> : null}
        </View>
        <View className="term-row__gist">{term.gist}</View>
      </View>
      {seen ? <Badge>你查过</Badge> : null}
    </View>
  )
}
