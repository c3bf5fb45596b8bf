import { type Role, roles } from '@domain/access/roles'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { RosterNames } from '@/rooms/RosterNames'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { type Filter, withChoice } from './filter'

const statuses = [
  { key: 'active', text: '在职' },
  { key: 'left', text: '已离职' },
] as const

const kinds = { department: '部门', site: '园区', role: '角色' } as const
type Kind = keyof typeof kinds

const roleNames = Object.entries(roles).map(([key, { zh }]) => ({ key: key as Role, name: zh }))

interface ChoicesProps {
  kind: Kind
  onChoose: (value: string) => void
}

/** Every place of the roster, or every role. */
function Choices({ kind, onChoose }: ChoicesProps) {
  const query = useQueryOf(api.identity.openPlaces, {}, { enabled: kind !== 'role', kept: false })
  const places = kind === 'department' ? query.data?.departments : query.data?.sites
  const all = kind === 'role' ? roleNames : places?.map(one => ({ key: one, name: one }))
  return (
    <RosterNames
      query={query}
      all={all as { key: string; name: string }[] | undefined}
      nameOf={({ name }) => name}
      placeholder={`${kinds[kind]}叫什么`}
      row={({ key, name }) => <ListRow title={name} chevron={false} onTap={() => onChoose(key)} />}
    />
  )
}

interface FiltersProps {
  filter: Filter
  /** The departments that the caller heads; null: the whole company; undefined until it is known. */
  departments: readonly string[] | null | undefined
  onChange: (filter: Filter) => void
}

/** Who is here or has left, where and with which role; whoever heads departments chooses among them. */
export function Filters({ filter, departments, onChange }: FiltersProps) {
  const [asked, setAsked] = useState<Kind | null>(null)
  const { status, department } = filter
  const own = departments?.includes(department ?? '') ? department : departments?.[0]
  const nameOf = (kind: Kind) => (kind === 'role' ? filter.role && roles[filter.role].zh : filter[kind])
  return (
    <>
      <ChipRow>
        {statuses.map(({ key, text }) => (
          <Chip key={key} on={key === status} onTap={() => onChange({ ...filter, status: key })}>
            {text}
          </Chip>
        ))}
        {departments?.map(one => (
          <Chip key={one} soft={one === own} onTap={() => onChange({ ...filter, department: one })}>
            {one}
          </Chip>
        ))}
        {departments === null
          ? (Object.keys(kinds) as Kind[]).map(kind => {
              const name = nameOf(kind)
              return name === undefined ? (
                <Chip key={kind} label={`按${kinds[kind]}找`} onTap={() => setAsked(kind)}>
                  {kinds[kind]}
                </Chip>
              ) : (
                <Chip
                  key={kind}
                  soft
                  label={`不再只看${name}`}
                  onTap={() => onChange(withChoice(filter, kind, undefined))}
                >
                  {name} ×
                </Chip>
              )
            })
          : null}
      </ChipRow>
      <Sheet open={asked !== null} title={`选${asked ? kinds[asked] : ''}`} onClose={() => setAsked(null)}>
        {asked ? (
          <Choices
            key={asked}
            kind={asked}
            onChoose={value => {
              onChange(withChoice(filter, asked, value as never))
              setAsked(null)
            }}
          />
        ) : null}
      </Sheet>
    </>
  )
}
