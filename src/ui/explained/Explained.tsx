import { Text } from '@tarojs/components'
import { useContext, useMemo } from 'react'
import { tappable } from '../a11y/tappable'
import { ScreenWordsContext } from './ExplainingScreen'
import './explained.scss'
import { useTeacher } from './teacher'
import { useWanted } from './useWanted'

const none: readonly string[] = []

/**
 * A text whose words can be tapped for what they mean. It is plain until the words are known; then some of it is
 * underlined, and nothing moves. The text itself is data: nothing in it is ever read as markup.
 */
export function Explained({ text }: { text: string }) {
  const screen = useContext(ScreenWordsContext)
  const teacher = useTeacher(state => state.teacher)
  const ids = useMemo(() => teacher?.idsIn(text) ?? none, [teacher, text])
  const wanted = useWanted(ids)
  const parts = useMemo(
    () => (teacher && wanted.size > 0 ? teacher.partsOf(text, wanted) : [{ text, id: null }]),
    [teacher, text, wanted],
  )
  return (
    <>
      {parts.map((part, index) => {
        const { id } = part
        if (id === null || !screen) return part.text
        return (
          <Text
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no identity but their place
            key={index}
            className={`explained${screen.openId === id ? ' explained--open' : ''}`}
            {...tappable(`${part.text}，看解释`, 'link')}
            onClick={event => {
              event.stopPropagation()
              screen.open(id)
            }}
          >
            {part.text}
          </Text>
        )
      })}
    </>
  )
}
