import type { ScopeKind } from '@domain/access/roles'
import { View } from '@tarojs/components'
import { api, useQueryOf } from '@/api'
import type { Colleague } from '@/rooms/identity/public'
import { RosterNames } from '@/rooms/RosterNames'
import { Chip } from '@/ui/chip/Chip'

const kindWords: Record<ScopeKind, string> = {
  association: '哪个协会',
  department: '哪个部门',
  city: '哪个城市',
  account: '哪个账号',
  facility: '哪个场馆',
  centre: '哪个体验中心',
}

export interface ScopeFieldProps {
  kind: ScopeKind
  /** Whether the whole company may be chosen, by choosing nothing. */
  whole: boolean
  colleague: Colleague | undefined
  value: string
  onChange: (scopeId: string) => void
}

/** Over what: chosen among all that there is; the colleague's own department or city stands first. */
export function ScopeField({ kind, whole, colleague, value, onChange }: ScopeFieldProps) {
  const query = useQueryOf(api.access.openScopes, { kind }, { kept: false })
  const own = kind === 'department' ? colleague?.department : kind === 'city' ? colleague?.site : undefined
  const scopes = query.data?.scopes
  const isFirst = ({ scopeId }: { scopeId: string }) => scopeId === own || scopeId === value
  return (
    <>
      <View className="t12 secondary">
        {kindWords[kind]}
        {whole ? '，不选就是全公司' : ''}
      </View>
      <View className="roles__choice">
        <RosterNames
          query={query}
          all={scopes?.filter(one => !isFirst(one))}
          nameOf={({ name }) => name}
          placeholder={kindWords[kind]}
          first={scopes?.filter(isFirst) ?? []}
          row={({ scopeId, name }) => (
            <Chip on={scopeId === value} onTap={() => onChange(scopeId === value ? '' : scopeId)}>
              {name}
            </Chip>
          )}
        />
      </View>
    </>
  )
}
