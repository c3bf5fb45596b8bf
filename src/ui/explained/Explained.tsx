import { Text, View } from '@tarojs/components'
import { useContext, useEffect, useMemo, useState } from 'react'
import { tappable } from '../a11y/tappable'
import { Chip } from '../chip/Chip'
import { ScreenWordsContext } from './ExplainingScreen'
import './explained.scss'
import { useTeacher } from './teacher'

const none: readonly string[] = []
const nothing: ReadonlySet<string> = new Set()

/** The words of a text that it explains: those that no other text of the screen explains already. */
function useWanted(ids: readonly string[]): ReadonlySet<string> {
  const claims = useContext(ScreenWordsContext)?.claims
  const [owner] = useState(() => ({}))
  const [wanted, setWanted] = useState(nothing)
  useEffect(() => {
    if (!claims || ids.length === 0) return
    setWanted(claims.claim(owner, ids))
    return () => {
      claims.release(owner)
      setWanted(nothing)
    }
  }, [claims, owner, ids])
  return wanted
}

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

/** So many words below a text: more would be a page of their own. */
const BELOW_MAX = 8

/**
 * The words of a text that the phone draws as one piece, such as an article's, and in which nothing can be underlined:
 * they stand below it.
 */
export function ExplainedBelow({ text }: { text: string }) {
  const screen = useContext(ScreenWordsContext)
  const teacher = useTeacher(state => state.teacher)
  const ids = useMemo(() => (teacher?.idsIn(text) ?? none).slice(0, BELOW_MAX), [teacher, text])
  const wanted = useWanted(ids)
  const told = ids.filter(id => wanted.has(id)).flatMap(id => teacher?.explain(id) ?? [])
  if (!screen || told.length === 0) return null
  return (
    <View className="explained-below">
      <View className="t12 secondary">文里的词</View>
      <View className="explanation__related">
        {told.map(({ id, word }) => (
          <Chip key={id} soft label={`${word}，看解释`} onTap={() => screen.open(id)}>
            {word}
          </Chip>
        ))}
      </View>
    </View>
  )
}
