import { rolesGivenBy } from '@domain/access/granting'
import { permissionWords } from '@domain/access/permissionWords'
import { can, roles } from '@domain/access/roles'
import { DAY_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSession } from '@/api'
import { openPage } from '@/rooms/open'
import { unspoken } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'
import { ExtendSheet, type Held, RevokeSheet } from '../../../access/public'
import { dayLabel, type Member } from '../../memberWords'
import './member.scss'

type Grants = Member['grants']

/** Sooner than this an end is worth a look. */
const SOON_MS = 7 * DAY_MS

function Until({ endsAt, now }: { endsAt: Grants[number]['endsAt']; now: number }) {
  if (endsAt === null) return <View className="t14 secondary">长期</View>
  // The end is the first moment that no longer counts.
  const days = Math.ceil((endsAt - now) / DAY_MS)
  return endsAt - now < SOON_MS ? (
    <View className="t14 bad">{days <= 1 ? '今天到期' : `${days} 天后到期`}</View>
  ) : (
    <View className="t14">到 {dayLabel(endsAt - 1)}</View>
  )
}

interface HeldLineProps {
  grant: Grants[number]
  now: number
  onTap: () => void
}

function HeldLine({ grant, now, onTap }: HeldLineProps) {
  const { name, scope, endsAt, lentBy, givenBy } = grant
  return (
    <View className="member__role" {...tappable()} onClick={onTap}>
      <View className="t14 medium">{name}</View>
      <View className="t14 member__end">{scope}</View>
      <Until endsAt={endsAt} now={now} />
      <View className="t14 secondary member__end">{lentBy ? `代${lentBy}` : (givenBy ?? '系统')}</View>
    </View>
  )
}

interface MaySheetProps {
  grant: Grants[number] | null
  onClose: () => void
  /** Takes the role away; absent where the reader may not. */
  onTake: (() => void) | undefined
  /** Lets it go on; absent where the reader may not, or where it has no end. */
  onExtend: (() => void) | undefined
}

/** What one role lets a colleague do, in a sheet, and the ways to let it go on and to take it. */
function MaySheet({ grant, onClose, onTake, onExtend }: MaySheetProps) {
  return (
    <Sheet
      open={grant !== null}
      title={grant ? `${grant.name}能做什么` : ''}
      onClose={onClose}
      note={grant ? `范围：${grant.scope}` : ''}
      action={
        onTake ? (
          <>
            <Button kind="danger" block onTap={onTake}>
              收回
            </Button>
            {onExtend ? (
              <Button block onTap={onExtend}>
                续期
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      {grant ? (
        <View className="column gap-8">
          {roles[grant.role].permissions.map(permission => (
            <View key={permission} className="t16">
              {permissionWords[permission]}
            </View>
          ))}
        </View>
      ) : null}
    </Sheet>
  )
}

/** Role, over what, until when and from whom: lines on a phone, a table in a wide window. */
export function Roles({ member, grants, now }: Pick<Member, 'member' | 'grants' | 'now'>) {
  const { me } = useSession()
  const [asked, setAsked] = useState<Grants[number] | null>(null)
  const [taking, setTaking] = useState<Held>()
  const [extended, setExtended] = useState<Grants[number]>()
  const { employeeId, name } = member
  // What is lent ends with the loan, and nobody takes from themselves.
  const mayTake =
    asked?.lentBy === null &&
    me !== null &&
    me.employeeId !== employeeId &&
    rolesGivenBy(me.grants).includes(asked.role)
  const mayGrant = me !== null && can(me.grants, 'access.roles.grant')
  return (
    <Card padding="none">
      <SectionHeader
        title="角色"
        {...(mayGrant ? { more: '授予或收回', onMore: () => openPage('access/roles') } : {})}
      />
      {grants.length === 0 ? (
        <View className="t14 secondary member__none">没有后台角色</View>
      ) : (
        <View>
          <View className="member__role member__role--head t12 secondary" {...unspoken}>
            <View>角色</View>
            <View>范围</View>
            <View>到期</View>
            <View>谁授的</View>
          </View>
          {grants.map((grant, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a role may be held twice, over the same and by a loan
            <HeldLine key={place} grant={grant} now={now} onTap={() => setAsked(grant)} />
          ))}
        </View>
      )}
      <MaySheet
        grant={asked}
        onClose={() => setAsked(null)}
        onTake={
          asked && mayTake
            ? () => {
                setTaking({ employeeId, name, grant: asked })
                setAsked(null)
              }
            : undefined
        }
        onExtend={
          asked && mayTake && asked.endsAt !== null
            ? () => {
                setExtended(asked)
                setAsked(null)
              }
            : undefined
        }
      />
      {extended && extended.endsAt !== null ? (
        <ExtendSheet
          {...{ employeeId, name }}
          grant={{ ...extended, endsAt: extended.endsAt }}
          onClose={() => setExtended(undefined)}
        />
      ) : null}
      <RevokeSheet held={taking} onClose={() => setTaking(undefined)} />
    </Card>
  )
}
