import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'
import { Options } from '@/ui/options/Options'
import { SearchField } from '@/ui/searchField/SearchField'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import type { PartProps } from './DraftFields'

const kinds = [
  { key: 'all', text: '所有同事' },
  { key: 'city', text: '一个园区' },
  { key: 'department', text: '一个部门' },
] as const

/** More than these are found by typing. */
const IN_SIGHT_MAX = 8

interface ChoicesProps {
  kind: 'city' | 'department'
  onChoose: (value: string) => void
}

/** What the roster has, the largest first. */
function Choices({ kind, onChoose }: ChoicesProps) {
  const [typed, setTyped] = useState('')
  const query = useQueryOf(api.content.listAudiences, {})
  if (query.isError && !query.data)
    return (
      <Button kind="text" onTap={() => query.refetch()}>
        名单没拿到，点这里再试
      </Button>
    )
  if (!query.data) return <SkeletonRows count={4} leadPx={0} />
  const all = kind === 'city' ? query.data.cities : query.data.departments
  const found = all.filter(({ value }) => value.includes(typed.trim()))
  return (
    <View className="column gap-8">
      {all.length > IN_SIGHT_MAX ? (
        <SearchField value={typed} placeholder={kind === 'city' ? '找园区' : '找部门'} onChange={setTyped} />
      ) : null}
      {found.map(({ value, people }) => (
        <ListRow
          key={value}
          title={value}
          end={`${people} 人`}
          chevron={false}
          onTap={() => onChoose(value)}
        />
      ))}
      {found.length === 0 ? <View className="t14 secondary">名单里没有「{typed.trim()}」</View> : null}
    </View>
  )
}

/** Everybody, or one place or department that the roster has. */
export function ForWhom({ draft, change }: PartProps) {
  const { kind, value } = draft.audience
  const [open, setOpen] = useState(false)
  const what = kind === 'city' ? '园区' : '部门'
  return (
    <View>
      <View className="pad">
        <Options
          label="给谁看"
          options={kinds}
          value={kind}
          onChange={next => {
            if (next === kind) return
            change({ audience: { kind: next, value: '' } })
            setOpen(next !== 'all')
          }}
        />
      </View>
      {kind === 'all' ? null : (
        <>
          <ListRow
            lead={kind === 'city' ? 'pin' : 'people'}
            title={value || `选一个${what}`}
            meta={value ? `只有这个${what}的同事看得到` : '名单里有的都在这里'}
            onTap={() => setOpen(true)}
          />
          <Sheet open={open} title={`给哪个${what}`} onClose={() => setOpen(false)}>
            <Choices
              kind={kind}
              onChoose={chosen => {
                change({ audience: { kind, value: chosen } })
                setOpen(false)
              }}
            />
          </Sheet>
        </>
      )}
    </View>
  )
}
