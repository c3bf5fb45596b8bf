import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'
import { dayLabel, type Member, sayOffence } from '../../memberWords'
import './member.scss'

type Offence = NonNullable<Member['private']>['offences'][number]

/** So many stand in the card; all of them in the sheet. */
const SHOWN = 3

function Lines({ offences }: { offences: readonly Offence[] }) {
  return (
    <View>
      {offences.map(offence => (
        <ListRow
          key={`${offence.what} ${offence.at}`}
          plain
          title={sayOffence(offence)}
          meta={[
            [dayLabel(offence.at), offence.byName ?? '系统'].join(' · '),
            ...(offence.reason === '' ? [] : [offence.reason]),
          ]}
        />
      ))}
    </View>
  )
}

/** What a colleague did against the rules within a year: what, when, who decided it and why. */
export function Offences({ offences }: { offences: readonly Offence[] }) {
  const [all, setAll] = useState(false)
  const count = offences.filter(({ what }) => what !== 'unmuted').length
  const hasMore = offences.length > SHOWN
  return (
    <Card padding="none">
      <SectionHeader
        title="违规记录"
        more={`近一年 ${count} 次`}
        {...(hasMore ? { onMore: () => setAll(true) } : {})}
      />
      {offences.length === 0 ? (
        <View className="t14 secondary member__none">没有被移除的内容，没有停言，约了的都来了</View>
      ) : (
        <Lines offences={offences.slice(0, SHOWN)} />
      )}
      <Sheet open={all} title="违规记录" onClose={() => setAll(false)} note="只列近一年；申诉以后恢复的不算">
        <Lines offences={offences} />
      </Sheet>
    </Card>
  )
}
