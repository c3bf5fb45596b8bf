import type { ScopeKind } from '@domain/access/roles'
import { View } from '@tarojs/components'
import { api, useQueryOf } from '@/api'
import type { Colleague } from '@/rooms/identity/public'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'

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

/** Over what: a department and a city are written, the colleague's own is offered; all others come from a list. */
export function ScopeField({ kind, whole, colleague, value, onChange }: ScopeFieldProps) {
  const isWritten = kind === 'department' || kind === 'city'
  const query = useQueryOf(api.access.openScopes, { kind }, { enabled: !isWritten, kept: false })
  const own = kind === 'department' ? colleague?.department : colleague?.site
  const listed = isWritten
    ? own === undefined
      ? []
      : [{ scopeId: own, name: own }]
    : (query.data?.scopes ?? [])
  const label = `${kindWords[kind]}${whole ? '，不选就是全公司' : ''}`
  return (
    <>
      {isWritten ? (
        <Field label={label} value={value} placeholder="和员工名单里写的一样" onChange={onChange} />
      ) : (
        <View className="t12 secondary">{label}</View>
      )}
      <View className="roles__choice">
        {listed.map(({ scopeId, name }) => (
          <Chip key={scopeId} on={scopeId === value} onTap={() => onChange(scopeId === value ? '' : scopeId)}>
            {name}
          </Chip>
        ))}
      </View>
    </>
  )
}
