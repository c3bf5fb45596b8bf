import type { Role } from '@domain/access/roles'
import { grantTitle } from '@domain/access/roles'
import { View } from '@tarojs/components'
import { Face } from '@/rooms/Face'
import { Button } from '@/ui/button/Button'
import { sayGiver, sayUntil } from '../../grantWords'
import type { Holding } from '../../holdings'
import type { Held } from '../../RevokeSheet'

export interface HoldersProps {
  holdings: readonly Holding[]
  /** The roles that the caller may take. */
  mine: readonly Role[]
  /** The caller: nobody takes from themselves. */
  without: string | undefined
  onTake: (held: Held) => void
}

/** One line for each role of each colleague: a block on a phone, a row of a table in a wide window. */
export function Holders({ holdings, mine, without, onTake }: HoldersProps) {
  return (
    <View>
      <View className="roles__row roles__row--head">
        <View className="roles__who">同事</View>
        <View className="roles__what">角色</View>
        <View className="roles__until">期限</View>
        <View className="roles__giver">谁给的</View>
        <View className="roles__act">操作</View>
      </View>
      {holdings.map(({ holder, grant }) => (
        <View key={`${holder.employeeId}/${grant.role}/${grant.scopeId}`} className="roles__row">
          <View className="roles__who">
            <Face of={holder} size={32} />
            <View className="grow">
              <View className="t14 medium">{holder.name}</View>
              <View className="t12 secondary">
                {holder.site} · {holder.department}
              </View>
            </View>
          </View>
          <View className="roles__grant">
            <View className="roles__what t14">{grantTitle(grant)}</View>
            <View className="roles__terms">
              <View className="roles__until t12 secondary">{sayUntil(grant)}</View>
              <View className="roles__giver t12 secondary">{sayGiver(grant, mine.includes(grant.role))}</View>
            </View>
          </View>
          <View className="roles__act">
            {mine.includes(grant.role) && holder.employeeId !== without ? (
              <Button
                kind="secondary"
                size="small"
                label={`收回 ${holder.name} 的${grant.name}`}
                onTap={() => onTake({ employeeId: holder.employeeId, name: holder.name, grant })}
              >
                收回
              </Button>
            ) : null}
          </View>
        </View>
      ))}
    </View>
  )
}
