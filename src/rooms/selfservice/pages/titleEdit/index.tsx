import { isTaxNumber } from '@domain/selfservice/taxNumber'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { invoiceQueries, sayDay } from '../../claimWords'

type Version = Output<typeof api.selfservice.listTitleVersions>['versions'][number]

const fields = [
  { key: 'name', label: '名称', max: 50 },
  { key: 'taxNumber', label: '税号，18 位统一社会信用代码', max: 18 },
  { key: 'address', label: '地址', max: 60 },
  { key: 'phone', label: '电话', max: 20 },
  { key: 'bank', label: '开户行', max: 40 },
  { key: 'account', label: '账号', max: 36 },
  { key: 'note', label: '谁一般开这个', max: 30 },
  { key: 'sites', label: '哪些园区常用，用顿号分开', max: 80 },
] as const
type Draft = Record<(typeof fields)[number]['key'], string> & { on: boolean }

const empty: Draft = {
  name: '',
  taxNumber: '',
  address: '',
  phone: '',
  bank: '',
  account: '',
  note: '',
  sites: '',
  on: true,
}

function draftOf({ name, taxNumber, address, phone, bank, account, note, sites, on }: Version): Draft {
  return { name, taxNumber, address, phone, bank, account, note, on, sites: sites.join('、') }
}

function TitleForm({ titleId, versions }: { titleId?: string; versions: readonly Version[] }) {
  const [latest] = versions
  const [draft, setDraft] = useState<Draft>(() => (latest ? draftOf(latest) : empty))
  const save = useCommand(api.selfservice.saveTitle, {
    outdates: [...invoiceQueries, api.selfservice.listTitleVersions],
    onDone: ({ version }) => {
      toast.show(`存好了，第 ${version} 版`)
      void backOr('selfservice/invoiceDesk')
    },
  })
  const taxNumber = draft.taxNumber.trim().toUpperCase()
  const isWrong = draft.taxNumber.length > 0 && !isTaxNumber(taxNumber)
  const sites = draft.sites.split(/[、,，\s]+/).filter(Boolean)
  const send = () =>
    save.run({
      ...(titleId === undefined ? {} : { titleId }),
      version: latest?.version ?? 0,
      ...draft,
      taxNumber,
      sites,
    })
  return (
    <>
      <View className="pad column gap-12">
        <Card>
          {fields.map(({ key, label, max }) => (
            <Field
              key={key}
              label={label}
              value={draft[key]}
              maxLength={max}
              {...(key === 'taxNumber' && isWrong ? { error: '校验位对不上，请再核对一遍' } : {})}
              onChange={value => setDraft(before => ({ ...before, [key]: value }))}
            />
          ))}
          <Checkbox checked={draft.on} onChange={on => setDraft(before => ({ ...before, on }))}>
            在用，同事看得到
          </Checkbox>
        </Card>
        {versions.length > 0 ? (
          <Card padding="none">
            <SectionHeader title="改过的" />
            {versions.map(({ version, changedBy, changedAt, name }) => (
              <ListRow
                key={version}
                title={`第 ${version} 版 · ${name}`}
                meta={`${changedBy} · ${sayDay(new Date(changedAt + 8 * 3_600_000).toISOString().slice(0, 10))}`}
              />
            ))}
          </Card>
        ) : null}
      </View>
      <BottomBar consequence="存好以后同事马上看到新的">
        <Button disabled={isWrong || draft.name.trim().length < 4} onTap={send}>
          保存
        </Button>
      </BottomBar>
    </>
  )
}

/** A title for invoices, new or changed; what it said before stays below. */
export default function TitleEditPage() {
  const { titleId } = usePageParams()
  const query = useQueryOf(
    api.selfservice.listTitleVersions,
    { titleId: titleId ?? '' },
    { enabled: titleId !== undefined, staleMs: 0, kept: false },
  )
  return (
    <Screen
      column
      nav={<Nav title="开票抬头" close />}
      side={<DeskMenu here="selfservice/invoiceDesk" />}
      ownBar
      {...(titleId === undefined ? {} : { query })}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
    >
      {titleId === undefined ? (
        <TitleForm versions={[]} />
      ) : query.data ? (
        <TitleForm key={titleId} titleId={titleId} versions={query.data.versions} />
      ) : null}
    </Screen>
  )
}
