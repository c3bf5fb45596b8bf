import { sayAction } from '@domain/access/actionWords'
import type { AuditView } from '@domain/access/auditContract'
import { type RecordNames, sayFacts, sayWhom } from '@domain/access/recordWords'
import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'

/** Who, what and to whom; a tap shows what stood there before and after. */
function RecordRow({ record, names }: { record: AuditView; names: RecordNames }) {
  const [open, setOpen] = useState(false)
  const { number, at, by, byName, action, before, after, hash } = record
  const who = by === 'timer' ? '系统' : (byName ?? by)
  return (
    <View className="audit__row" {...tappable(undefined)} onClick={() => setOpen(!open)}>
      <View className="audit__number t12 secondary">{number}</View>
      <View className="audit__at t12 secondary">{inChina(at).format('YYYY-MM-DD HH:mm')}</View>
      <View className="audit__who t14 medium">{who}</View>
      <View className="audit__action t14">{sayAction(action)}</View>
      <View className="audit__subject t12 secondary">{sayWhom(record, names)}</View>
      {open ? (
        <View className="audit__more t12 secondary">
          <View>之前 {sayFacts(before, names)}</View>
          <View>之后 {sayFacts(after, names)}</View>
          <View>校验值 {hash}</View>
        </View>
      ) : null}
    </View>
  )
}

const heads = [
  ['number', '编号'],
  ['at', '时间'],
  ['who', '谁'],
  ['action', '做了什么'],
  ['subject', '对谁、对什么'],
] as const

export function Records({ records, names }: { records: readonly AuditView[]; names: RecordNames }) {
  if (records.length === 0) return <View className="pad t14 secondary audit__none">没有符合的记录</View>
  return (
    <View>
      <View className="audit__row audit__row--head t12 secondary" {...spokenAs('row')}>
        {heads.map(([part, name]) => (
          <View key={part} className={`audit__${part}`} {...spokenAs('columnheader')}>
            {name}
          </View>
        ))}
      </View>
      {records.map(record => (
        <RecordRow key={record.number} record={record} names={names} />
      ))}
    </View>
  )
}
