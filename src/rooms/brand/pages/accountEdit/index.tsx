import {
  accountGroupKeys,
  accountGroups,
  accountKindKeys,
  accountKinds,
  accountLimits,
} from '@domain/brand/account'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { PictureRow } from '@/rooms/PictureRow'
import { SaveBar } from '@/rooms/SaveBar'
import { backFromSaved } from '@/rooms/saved'
import { usePageParams } from '@/rooms/usePageParams'
import { Field } from '@/ui/field/Field'
import { FieldPair } from '@/ui/field/FieldPair'
import { Nav } from '@/ui/nav/Nav'
import { Options } from '@/ui/options/Options'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import {
  type AccountDraft,
  accountProblem,
  draftOfAccount,
  emptyAccount,
  wordsOfAccount,
} from '../../accountDraft'
import { ShownRow } from '../../ShownRow'
import '../../edit.scss'

type Account = Output<typeof api.brand.openDesk>['accounts'][number]

const outdates = [api.brand.openMatrix, api.brand.openDesk] as const
const kinds = accountKindKeys.map(key => ({ key, text: accountKinds[key].zh }))
const groups = accountGroupKeys.map(key => ({ key, text: accountGroups[key] }))

interface PartProps {
  draft: AccountDraft
  change: (part: Partial<AccountDraft>) => void
}

/** What WeChat needs to lead there; without it colleagues see the code, or search for the name. */
function Ways({ draft, change }: PartProps) {
  return (
    <>
      {draft.kind === 'miniProgram' ? (
        <Field
          label="AppID"
          value={draft.appId}
          maxLength={18}
          hint="填了就能直接打开"
          onChange={appId => change({ appId })}
        />
      ) : null}
      {draft.kind === 'channels' ? (
        <Field
          label="视频号 ID"
          value={draft.finderUserName}
          maxLength={64}
          hint="sph 开头，填了就能直接打开主页"
          onChange={finderUserName => change({ finderUserName })}
        />
      ) : null}
      <Field
        label="微信号"
        value={draft.wechatId}
        maxLength={40}
        hint="在微信里搜得到的那个，可以不填"
        onChange={wechatId => change({ wechatId })}
      />
    </>
  )
}

function Words({ draft, change }: PartProps) {
  return (
    <>
      <Field
        label="名字"
        value={draft.name}
        maxLength={accountLimits.nameMax}
        placeholder="沃在成都"
        onChange={name => change({ name })}
      />
      <Field
        label="头像上的字"
        value={draft.sign}
        maxLength={1}
        hint="空着就用名字的第一个字"
        onChange={sign => change({ sign })}
      />
      <Options label="哪一种" options={kinds} value={draft.kind} onChange={kind => change({ kind })} />
      <Options
        label="放在哪一组"
        options={groups}
        value={draft.group}
        onChange={group => change({ group })}
      />
      <Field
        label="给谁，或在哪里"
        value={draft.purpose}
        maxLength={accountLimits.purposeMax}
        placeholder="成都工厂"
        onChange={purpose => change({ purpose })}
      />
      <Field
        label="介绍"
        multiline
        value={draft.intro}
        maxLength={accountLimits.introMax}
        onChange={intro => change({ intro })}
      />
      <Ways draft={draft} change={change} />
      <FieldPair>
        <PickerField
          label="最近一篇是哪天"
          mode="date"
          value={draft.latestOn}
          onChange={latestOn => change({ latestOn })}
        />
        <Field
          label="最近一篇的标题"
          value={draft.latestWords}
          maxLength={accountLimits.latestMax}
          onChange={latestWords => change({ latestWords })}
        />
      </FieldPair>
    </>
  )
}

function Form({ account }: { account: Account | undefined }) {
  const [draft, setDraft] = useState(() => (account ? draftOfAccount(account) : emptyAccount))
  const change = (part: Partial<AccountDraft>) => setDraft(before => ({ ...before, ...part }))
  const save = useCommand(api.brand.saveAccount, {
    outdates,
    onDone: () => backFromSaved('brand/desk'),
  })
  const problem = accountProblem(draft)
  const send = () =>
    save.run({
      ...(account ? { of: { accountId: account.accountId, version: account.version } } : {}),
      words: wordsOfAccount(draft),
      ...(draft.qrFileId ? { qrFileId: draft.qrFileId } : {}),
    })
  return (
    <View className="brand-edit">
      <PictureRow
        title="二维码"
        meta="方的，微信后台下载的那张"
        fileId={draft.qrFileId ?? account?.qrFileId ?? null}
        fit="contain"
        onChange={qrFileId => change({ qrFileId })}
      />
      <Words draft={draft} change={change} />
      <Field
        label="排第几"
        type="number"
        value={draft.order}
        maxLength={3}
        hint="小的在前"
        onChange={order => change({ order })}
      />
      <ShownRow shown={draft.shown} onChange={shown => change({ shown })} />
      <SaveBar problem={problem} onSave={send} />
    </View>
  )
}

/** 加和改官方账号. The desk's own reply holds them all, so that one of them is not asked for alone. */
export default function AccountEditPage() {
  const { accountId } = usePageParams()
  const desk = useQueryOf(
    api.brand.openDesk,
    {},
    { enabled: accountId !== undefined, staleMs: 0, kept: false },
  )
  const nav = <Nav title={accountId ? '改账号' : '加一个账号'} close />
  if (!accountId)
    return (
      <Screen column nav={nav} side={<DeskMenu here="brand/desk" />} ownBar>
        <Form account={undefined} />
      </Screen>
    )
  const one = (accounts: readonly Account[]) => accounts.find(account => account.accountId === accountId)
  return (
    <Screen
      column
      nav={nav}
      side={<DeskMenu here="brand/desk" />}
      query={desk}
      skeleton={<SkeletonRows count={5} />}
      isEmpty={({ accounts }) => one(accounts) === undefined}
      empty={{ title: '没有找到这个账号', sentence: '它可能刚刚被别的同事改过，回到列表看看。' }}
      ownBar
    >
      {({ accounts }) => <Form key={one(accounts)?.version} account={one(accounts)} />}
    </Screen>
  )
}
