import { View } from '@tarojs/components'
import { createContext, type PropsWithChildren, useMemo, useState } from 'react'
import { Button } from '../button/Button'
import { Chip } from '../chip/Chip'
import { Sheet } from '../sheet/Sheet'
import { Claims } from './claims'
import './explained.scss'
import { type Explanation, useTeacher } from './teacher'

interface ScreenWords {
  claims: Claims
  /** The word whose explanation is open. */
  openId: string | undefined
  open: (id: string) => void
}

/** Nothing outside of a screen, where texts stay plain. */
export const ScreenWordsContext = createContext<ScreenWords | undefined>(undefined)

interface WordsProps {
  told: Explanation
  onOther: (id: string) => void
  onAsk: () => void
}

function Words({ told, onOther, onAsk }: WordsProps) {
  const { names, gist, words, likeness, source, related } = told
  return (
    <View className="explanation">
      {names.length > 0 ? <View className="t14 secondary">{names.join(' · ')}</View> : null}
      <View className="t16 medium mt-12">{gist}</View>
      <View className="t16 mt-4">{words}</View>
      {likeness ? (
        <View className="explanation__likeness">
          <View className="t12 secondary">打个比方</View>
          <View className="t14 mt-4">{likeness}</View>
        </View>
      ) : null}
      {related.length > 0 ? (
        <>
          <View className="t12 secondary mt-16">常和它一起出现</View>
          <View className="explanation__related">
            {related.map(({ id, word }) => (
              <Chip key={id} soft onTap={() => onOther(id)}>
                {word}
              </Chip>
            ))}
          </View>
        </>
      ) : null}
      <View className="row row--between gap-12 mt-8">
        <View className="t12 secondary">来源：{source}</View>
        <Button kind="text" size="small" onTap={onAsk}>
          还是没懂
        </Button>
      </View>
    </View>
  )
}

/** Lets the texts of one screen explain their words: each word once, its explanation in a sheet. */
export function ExplainingScreen({ children }: PropsWithChildren) {
  const [claims] = useState(() => new Claims())
  const [openId, setOpenId] = useState<string>()
  // The sheet slides out with its words still on it.
  const [lastId, setLastId] = useState<string>()
  const explain = useTeacher(state => state.teacher?.explain)
  const words = useMemo(() => {
    const open = (id: string) => {
      setOpenId(id)
      setLastId(id)
    }
    return { claims, openId, open }
  }, [claims, openId])
  const shown = openId ?? lastId
  const told = shown === undefined ? undefined : explain?.(shown)
  const close = () => setOpenId(undefined)
  const then = (go: (() => void) | undefined) => () => {
    close()
    go?.()
  }
  return (
    <ScreenWordsContext.Provider value={words}>
      {children}
      {told ? (
        <Sheet
          open={openId !== undefined}
          title={told.word}
          onClose={close}
          action={
            <>
              {told.keep}
              <Button onTap={then(told.onMore)}>看词条</Button>
            </>
          }
        >
          <Words told={told} onOther={words.open} onAsk={then(told.onAsk)} />
        </Sheet>
      ) : null}
    </ScreenWordsContext.Provider>
  )
}
