import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { canScan, scanCode } from '@/ui/device/scan'
import { Field } from '@/ui/field/Field'
import { readCode } from '../../scanQueue'
import type { ScanResult, useScans } from './useScans'

const outcomes: Record<ScanResult['outcome'], { word: string; tone: 'ok' | 'neutral' | 'bad' }> = {
  attended: { word: '签到了', tone: 'ok' },
  already: { word: '已经签过', tone: 'neutral' },
  unknown: { word: '不是这一场的', tone: 'bad' },
  ambiguous: { word: '四位数重了，请扫码', tone: 'bad' },
  notConfirmed: { word: '没有名额', tone: 'bad' },
}

function Result({ result }: { result: ScanResult }) {
  const { code, name, party, outcome } = result
  const { word, tone } = outcomes[outcome]
  return (
    <View className="host__result">
      <View className="grow t16 medium">
        {name ?? code}
        {party > 1 ? ` 等 ${party} 位` : ''}
      </View>
      <Badge tone={tone}>{word}</Badge>
    </View>
  )
}

/** The door: scan or type, and hear whom it was; without a network the scans wait on this phone. */
export function CheckInCard({ waiting, results, counts, scan, flush }: ReturnType<typeof useScans>) {
  const [typed, setTyped] = useState('')
  const enter = async () => {
    if (await scan(typed)) setTyped('')
  }
  const camera = async () => {
    const read = await scanCode()
    if (read !== undefined) await scan(read)
  }
  return (
    <Card>
      {canScan ? (
        <Button block icon="qr" onTap={camera}>
          扫入场码
        </Button>
      ) : null}
      <View className="host__typed">
        <View className="grow">
          <Field
            label={canScan ? '扫不出来时，念四位数' : '入场码或四位数'}
            value={typed}
            maxLength={16}
            onChange={setTyped}
            onConfirm={() => void (readCode(typed) && enter())}
          />
        </View>
        <Button
          kind={canScan ? 'secondary' : 'primary'}
          size="small"
          disabled={readCode(typed) === undefined}
          onTap={enter}
        >
          签到
        </Button>
      </View>
      {waiting > 0 ? (
        <View className="host__waiting" {...spokenAs('status')}>
          <View className="grow t14">{waiting} 个码存在这台手机上，连上网自动补签</View>
          <Button kind="text" size="small" onTap={flush}>
            现在补签
          </Button>
        </View>
      ) : null}
      <View aria-live="assertive" {...spokenAs('status')}>
        {results.map((result, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same code may be answered twice
          <Result key={`${result.code}-${index}`} result={result} />
        ))}
      </View>
      {counts ? (
        <View className="t12 secondary mt-8">
          到了 {counts.attended} 位，共 {counts.expected} 位
        </View>
      ) : null}
    </Card>
  )
}
