import type { scanOutcomes } from '@domain/booking/views'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import './scanResults.scss'
import type { HeldScan } from './scanQueue'

export interface ScanAnswer {
  code: string
  name: string | null
  party: number
  outcome: (typeof scanOutcomes)[number]
  /** For which hour the ticket is, where that has to be said. */
  hour?: string
}

const outcomes: Record<ScanAnswer['outcome'], { word: string; tone: 'ok' | 'neutral' | 'bad' }> = {
  attended: { word: '签到了', tone: 'ok' },
  already: { word: '已经签过', tone: 'neutral' },
  unknown: { word: '不是这一场的', tone: 'bad' },
  ambiguous: { word: '四位数重了，请扫码', tone: 'bad' },
  notConfirmed: { word: '没有名额', tone: 'bad' },
  notOpen: { word: '不在签到时间', tone: 'bad' },
}

function Result({ code, name, party, outcome, hour }: ScanAnswer) {
  const { word, tone } = outcomes[outcome]
  return (
    <View className="scan-results__one">
      <View className="grow t16 medium">
        {name ?? code}
        {party > 1 ? ` 等 ${party} 位` : ''}
      </View>
      <Badge tone={tone}>{hour ? `${word}，约的 ${hour}` : word}</Badge>
    </View>
  )
}

/** Whom the last scans let in, the latest on top. */
export function ScanResults({ results }: { results: readonly ScanAnswer[] }) {
  return (
    <View aria-live="assertive" {...spokenAs('status')}>
      {results.map((result, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same code may be answered twice
        <Result key={`${result.code}-${index}`} {...result} />
      ))}
    </View>
  )
}

export interface ScansWaitingProps {
  waiting: readonly HeldScan[]
  onFlush: () => Promise<unknown>
}

/** So many of those that wait are named, the latest first. */
const NAMED_MAX = 3

const standings: Record<HeldScan['standing'], { word: string; tone: 'accent' | 'bad' | 'neutral' }> = {
  held: { word: '待补签', tone: 'accent' },
  unlisted: { word: '名单里没有', tone: 'bad' },
  unclear: { word: '待核对', tone: 'neutral' },
}

function Held({ code, name, standing }: HeldScan) {
  const { word, tone } = standings[standing]
  return (
    <View className="scan-results__one">
      <View className="grow t16 medium">{name ?? code}</View>
      <Badge tone={tone}>{word}</Badge>
    </View>
  )
}

/** Scans that lie on this phone until the network is back, with whom they let in by the list that it has. */
export function ScansWaiting({ waiting, onFlush }: ScansWaitingProps) {
  if (waiting.length === 0) return null
  return (
    <View {...spokenAs('status')}>
      <View className="scan-results__waiting">
        <View className="grow t14">{waiting.length} 个码存在这台手机上，连上网自动补签</View>
        <Button kind="text" size="small" onTap={onFlush}>
          现在补签
        </Button>
      </View>
      {waiting
        .slice(-NAMED_MAX)
        .reverse()
        .map(scan => (
          <Held key={scan.code} {...scan} />
        ))}
    </View>
  )
}
