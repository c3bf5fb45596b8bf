import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { RosterNames } from '@/rooms/RosterNames'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Options } from '@/ui/options/Options'
import { Sheet } from '@/ui/sheet/Sheet'
import type { PartProps } from './DraftFields'

const kinds = [
  { key: 'all', text: '所有同事' },
  { key: 'city', text: '一个园区' },
  { key: 'department', text: '一个部门' },
] as const

interface ChoicesProps {
  kind: 'city' | 'department'
  chosen: string
  onChoose: (value: string) => void
}

/** What the roster has, the largest first. */
function Choices({ kind, chosen, onChoose }: ChoicesProps) {
  const query = useQueryOf(api.content.listAudiences, {})
  return (
    <RosterNames
      query={query}
      all={kind === 'city' ? query.data?.cities : query.data?.departments}
      nameOf={({ value }) => value}
      placeholder={kind === 'city' ? '找园区' : '找部门'}
      chosen={[chosen]}
      row={({ value, people }) => (
        <ListRow
          title={value}
          meta={`${people} 人`}
          end={value === chosen ? <Icon name="check" /> : null}
          chevron={false}
          label={value === chosen ? `${value}，已选` : value}
          onTap={() => onChoose(value)}
        />
      )}
    />
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
              chosen={value}
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
