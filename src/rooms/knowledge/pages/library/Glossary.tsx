import { byField, byLetter, type Group, headOf, type TermField } from '@domain/knowledge/term'
import { View } from '@tarojs/components'
import Taro, { usePageScroll, useReachBottom } from '@tarojs/taro'
import { useMemo, useRef, useState } from 'react'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { readDevice } from '@/ui/device/device'
import { ListRow } from '@/ui/listRow/ListRow'
import { measure } from '@/ui/measure/measure'
import { useRecent } from '../../recent'
import { TermRow } from '../../TermRow'
import type { Term } from '../../useGlossary'
import { useWordbook } from '../../wordbook'
import { LetterBar } from './LetterBar'

type Order = 'letter' | TermField

/** So many words are drawn at once; reaching the end draws more, a letter as many as lead to it. */
const DRAWN_AT_FIRST = 40
const DRAWN_MORE = 60

const headingOf = (key: string) => `words-${key === '#' ? 'other' : key}`

/** How much of a long list is drawn. */
function useDrawn(groups: readonly Group<Term>[]) {
  const [most, setMost] = useState(DRAWN_AT_FIRST)
  useReachBottom(() => setMost(before => before + DRAWN_MORE))
  let before = 0
  const shown = groups.flatMap(group => {
    const terms = group.terms.slice(0, Math.max(0, most - before))
    before += group.terms.length
    return terms.length > 0 ? [{ ...group, terms }] : []
  })
  const drawTo = (key: string) => {
    const index = groups.findIndex(group => group.key === key)
    const upTo = groups.slice(0, index + 1).reduce((sum, { terms }) => sum + terms.length, 0)
    setMost(drawn => Math.max(drawn, upTo + DRAWN_AT_FIRST))
  }
  return { shown, drawTo }
}

/** Brings a heading under the bar at the top. */
function useWayTo() {
  const scrolledPx = useRef(0)
  usePageScroll(({ scrollTop }) => {
    scrolledPx.current = scrollTop
  })
  return (id: string) =>
    // Only once the letter's words have been drawn.
    Taro.nextTick(async () => {
      const [heading] = await measure(id)
      if (!heading) return
      const { statusBarPx, navPx } = readDevice()
      const scrollTop = Math.max(0, scrolledPx.current + heading.top - statusBarPx - navPx)
      void Taro.pageScrollTo({ scrollTop, duration: 0 })
    })
}

/** Some words side by side under what they have in common; nothing where there are none. */
function Strip({ title, ids, terms }: { title: string; ids: readonly string[]; terms: readonly Term[] }) {
  const found = ids.flatMap(id => terms.find(({ termId }) => termId === id) ?? [])
  if (found.length === 0) return null
  return (
    <View className="mt-8">
      <View className="t12 secondary pad">{title}</View>
      <ChipRow>
        {found.map(term => (
          <Chip key={term.termId} soft onTap={() => openPage('knowledge/term', { termId: term.termId })}>
            {headOf(term)}
          </Chip>
        ))}
      </ChipRow>
    </View>
  )
}

/** Where to go when a word is not there. */
export function AskForWord() {
  return (
    <Card padding="none">
      <ListRow
        lead="pen"
        title="没查到？写下来问"
        meta="编辑看过会回复你，收录的词大家都能查"
        onTap={() => openPage('knowledge/suggest')}
      />
    </Card>
  )
}

/** All words by letter, or those of one field. */
export function Glossary({ terms }: { terms: readonly Term[] }) {
  const [order, setOrder] = useState<Order>('letter')
  const [current, setCurrent] = useState<string>()
  const recent = useRecent()
  const book = useWordbook()
  const groups = useMemo(
    () => (order === 'letter' ? byLetter(terms) : byField(terms).filter(({ key }) => key === order)),
    [order, terms],
  )
  const fields = useMemo(() => byField(terms), [terms])
  const { shown, drawTo } = useDrawn(groups)
  const wayTo = useWayTo()
  const turnTo = (letter: string) => {
    setCurrent(letter)
    drawTo(letter)
    wayTo(headingOf(letter))
  }
  const isIndexed = order === 'letter'
  return (
    <>
      <Strip title="我的词本" ids={book} terms={terms} />
      <Strip title="最近查过" ids={recent} terms={terms} />
      <ChipRow>
        <Chip on={isIndexed} onTap={() => setOrder('letter')}>
          按字母
        </Chip>
        {fields.map(({ key, title, terms: own }) => (
          <Chip key={key} on={order === key} onTap={() => setOrder(key as TermField)}>
            {title} {own.length}
          </Chip>
        ))}
      </ChipRow>
      <View className={`library__words${isIndexed ? ' library__words--indexed' : ''}`}>
        {isIndexed ? (
          <LetterBar letters={groups.map(({ key }) => key)} current={current} onLetter={turnTo} />
        ) : null}
        {shown.map(group => (
          <View key={group.key}>
            <View className="library__heading" id={headingOf(group.key)} {...spokenAs('heading', 2)}>
              {group.title}
            </View>
            <Card padding="none">
              <View className="library__group">
                {group.terms.map(term => (
                  <TermRow key={term.termId} term={term} seen={recent.includes(term.termId)} />
                ))}
              </View>
            </Card>
          </View>
        ))}
        <View className="mt-12">
          <AskForWord />
        </View>
      </View>
    </>
  )
}
