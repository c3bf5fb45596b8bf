import { type Break, type Head, START } from '@domain/access/chain'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { api, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'

const why: Record<Break['why'], string> = { missing: '不见了', altered: '被改动过', moved: '接不上前一条' }

/** Follows the chain, some thousand records a call, and says how far it holds. */
function Checking({ from, onGoOn }: { from: Head; onGoOn: (head: Head) => void }) {
  const query = useQueryOf(api.access.checkAudit, from, { staleMs: 0, kept: false })
  const { data } = query
  const next = data && !data.done ? data.head : undefined
  useEffect(() => {
    if (next) onGoOn(next)
  }, [next, onGoOn])
  if (query.isError) return <View className="t14 bad">没能核对完，请再试一次</View>
  if (!data?.done) return <View className="t14 secondary">正在核对，到第 {from.number} 条…</View>
  if (data.broken)
    return (
      <View className="t14 bad">
        第 {data.broken.number} 条{why[data.broken.why]}，请马上联系内控
      </View>
    )
  return <View className="t14">{data.head.number} 条都对得上，没有被改动</View>
}

/** 核对: each record carries the hash of the one before, so that a change is seen. */
export function ChainCheck() {
  const [from, setFrom] = useState<Head>()
  return (
    <Card>
      <View className="row row--between gap-12">
        <View className="grow" aria-live="polite">
          {from ? (
            <Checking from={from} onGoOn={setFrom} />
          ) : (
            <>
              <View className="t14">每一条都带着前一条的校验值，改动一个字就对不上</View>
              <View className="t12 secondary">刚做的操作一分钟内封存，封存以后才在这里看到</View>
            </>
          )}
        </View>
        <Button kind="soft" size="small" onTap={() => setFrom({ ...START })}>
          核对
        </Button>
      </View>
    </Card>
  )
}
