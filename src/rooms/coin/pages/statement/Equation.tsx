import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { equation, type Line, movement, subjectNames } from './statementLines'

function Term({ value, name, copper = false }: { value: number; name: string; copper?: boolean }) {
  return (
    <View className="equation__term">
      <View className={`t20 bold${copper ? ' happy' : ''}`}>{value}</View>
      <View className="t12 secondary">{name}</View>
    </View>
  )
}

function Subject({ subject }: Pick<Line, 'subject'>) {
  if (!subject) return null
  const { kind, id } = subject
  const ways: Record<typeof kind, () => void> = {
    post: () => openPage('forum/post', { postId: id }),
    order: () => openPage('mall/order', { orderId: id }),
    place: () => openPage('booking/ticket', { placeId: id }),
  }
  return (
    <View className="equation__link" {...tappable(undefined, 'link')} onClick={ways[kind]}>
      {subjectNames[kind]}
    </View>
  )
}

/** What a price, a refund or a reversal did to the balance. */
function Movement({ line }: { line: Line }) {
  const { before, moved, sign, after, name, when, because } = movement(line)
  return (
    <>
      <View className="equation__terms">
        <Term value={before} name="之前" />
        <View className="secondary">{sign}</View>
        <Term value={moved} name={name} />
        <View className="secondary">=</View>
        <Term value={after} name="之后" />
      </View>
      <View className="t12 secondary">{when}</View>
      {because === '' ? null : <View className="t12 secondary">原因：{because}</View>}
    </>
  )
}

/** Why a line is what it is: base × multiplier = earned, when it was received, which rules, how near the cap. */
export function Equation({ line }: { line: Line }) {
  const shown = equation(line)
  return (
    <View className="equation">
      {shown ? (
        <>
          <View className="equation__terms">
            <Term value={shown.base} name={shown.name} />
            {shown.times > 1 ? (
              <>
                <View className="secondary">×</View>
                <Term value={shown.times} name="位同事" />
              </>
            ) : null}
            {shown.multiplier > 1 ? (
              <>
                <View className="secondary">×</View>
                <Term value={shown.multiplier} name="Happy Hour" copper />
              </>
            ) : null}
            {shown.added > 0 ? (
              <>
                <View className="secondary">+</View>
                <Term value={shown.added} name="连续签到" />
              </>
            ) : null}
            <View className="secondary">=</View>
            <Term value={shown.earned} name={shown.capped ? '到上限为止' : '到账'} />
          </View>
          <View className="equation__facts">
            <View>{shown.received}</View>
            <View>{shown.rules}</View>
          </View>
          <View className="t12 secondary">{shown.cap}</View>
          <View className="t12 secondary">{shown.experience}</View>
        </>
      ) : (
        <Movement line={line} />
      )}
      {line.debtPaid > 0 ? (
        <View className="t12 secondary">其中 {line.debtPaid} 用来补上之前扣回时不够的沃币</View>
      ) : null}
      {line.debtAdded > 0 ? (
        <View className="t12 secondary">余额不够扣，还差 {grouped(line.debtAdded)}，以后得到的先补上</View>
      ) : null}
      <Subject subject={line.subject} />
    </View>
  )
}
