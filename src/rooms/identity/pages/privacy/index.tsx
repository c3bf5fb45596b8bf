import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePageParams } from '@/rooms/usePageParams'
import { spokenAs } from '@/ui/a11y/spoken'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { type Segment, Segments } from '@/ui/segments/Segments'
import { usePrivacyUpdate } from '../../usePrivacyUpdate'
import { communityRules, type Passage, privacyGuide } from './texts'
import './privacy.scss'

type Part = 'privacy' | 'rules'

const parts: readonly Segment<Part>[] = [
  { key: 'privacy', text: '隐私保护指引' },
  { key: 'rules', text: '社区公约' },
]

function Line({ line }: { line: string }) {
  const item = line.startsWith('—')
  return <View className={item ? 'privacy__item' : 'privacy__line'}>{item ? line.slice(1) : line}</View>
}

function Passages({ passages }: { passages: readonly Passage[] }) {
  return (
    <>
      {passages.map(({ title, lines }) => (
        <View key={title} className="privacy__passage">
          <View className="t16 bold" {...spokenAs('heading', 2)}>
            {title}
          </View>
          {lines.map(line => (
            <Line key={line} line={line} />
          ))}
        </View>
      ))}
    </>
  )
}

/** What is collected, why, where it lies, for how long, and how to be rid of it; and how we talk here. */
export default function PrivacyPage() {
  const { part: asked } = usePageParams()
  const [part, setPart] = useState<Part>(asked === 'rules' ? 'rules' : 'privacy')
  const { asks, agree } = usePrivacyUpdate()
  return (
    <Screen
      paper
      bar={
        asks && part === 'privacy' ? (
          <BottomBar consequence={`第 ${PRIVACY_VERSION} 版，你还没有同意`}>
            <Button onTap={agree}>同意</Button>
          </BottomBar>
        ) : undefined
      }
      nav={<Nav title="隐私与公约" />}
      header={<Segments segments={parts} value={part} onChange={setPart} />}
    >
      <View className="privacy">
        <Passages passages={part === 'privacy' ? privacyGuide : communityRules} />
        {part === 'privacy' ? <View className="t12 secondary mt-24">第 {PRIVACY_VERSION} 版</View> : null}
      </View>
    </Screen>
  )
}
