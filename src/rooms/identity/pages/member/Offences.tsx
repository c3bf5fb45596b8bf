import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'
import { dayLabel, type Member, sayOffence } from '../../memberWords'
import './member.scss'

type Offence = Member['offences'][number]

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

/** "6 / 7": of seven reports that were decided, six were right. */
function Reports({ upheld, decided }: NonNullable<Member['private']>['reports']) {
  return (
    <View className="member__none">
      <KeyValueRow label="举报成立">{decided === 0 ? '近一年没有' : `${upheld} / ${decided}`}</KeyValueRow>
    </View>
  )
}

/**
 * What a colleague did against the rules within a year: what, when, who decided it and why; and for HR how often they
 * were right who reported others.
 */
export function Offences({ offences, private: own }: Pick<Member, 'offences' | 'private'>) {
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
        <View className="t14 secondary member__none">
          {own ? '没有被移除的内容，没有停言，约了的都来了' : '没有被移除的内容，没有停言'}
        </View>
      ) : (
        <Lines offences={offences.slice(0, SHOWN)} />
      )}
      {own ? <Reports {...own.reports} /> : null}
      <Sheet open={all} title="违规记录" onClose={() => setAll(false)} note="只列近一年；申诉以后恢复的不算">
        <Lines offences={offences} />
      </Sheet>
    </Card>
  )
}
