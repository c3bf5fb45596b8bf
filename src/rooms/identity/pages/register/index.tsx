import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type ApiError, api, useCommand, useRefreshSession } from '@/api'
import welcome from '@/assets/covers/welcome.svg'
import { openPage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { toast } from '@/ui/toast/store'
import { Agreement } from '../../Agreement'
import { IdentityFields } from '../../IdentityFields'
import { emptyRegister, type RegisterDraft, readEmployeeId, registerProblem } from '../../registerForm'
import './register.scss'
import { spokenAs } from '@/ui/a11y/spoken'

function greeting(): string {
  const hour = inChina(Date.now()).hour()
  if (hour < 5 || hour >= 18) return '晚上好，同事'
  if (hour < 11) return '早上好，同事'
  return hour < 14 ? '中午好，同事' : '下午好，同事'
}

/** WeChat's code is used up by an answer; only a broken way leaves it whole. */
const usesUpCode = ({ code }: ApiError) => code !== 'NETWORK_UNREACHABLE' && code !== 'FUNCTION_TIMED_OUT'

/** One answer for whatever did not match, so that nobody can try out who works here. */
function NotMatched({ message }: { message: string }) {
  return (
    <View className="register__refused" {...spokenAs('alert')}>
      <View className="t14">{message}</View>
      <Button kind="text" onTap={() => openPage('identity/rebind')}>
        申请换绑
      </Button>
    </View>
  )
}

function useRegistration(onError: (error: ApiError) => void) {
  const refreshSession = useRefreshSession()
  const enter = async () => {
    await refreshSession()
    await Taro.switchTab({ url: '/pages/home/index' })
  }
  return useCommand(api.identity.register, {
    onDone: ({ me }) => {
      toast.show(`欢迎，${me.name}`)
      void enter()
    },
    onError: error => {
      onError(error)
      if (error.code === 'IDENTITY_ALREADY_REGISTERED') void enter()
      return error.code === 'IDENTITY_REGISTRATION_REFUSED'
    },
  })
}

/** 登记: once, with the consent before anything is asked for. */
export default function RegisterPage() {
  const [draft, setDraft] = useState(emptyRegister)
  const change = (part: Partial<RegisterDraft>) => setDraft(before => ({ ...before, ...part }))
  const register = useRegistration(error => {
    if (usesUpCode(error)) change({ phoneCode: '' })
  })
  const problem = registerProblem(draft)
  const refused =
    register.error?.code === 'IDENTITY_REGISTRATION_REFUSED' ? register.error.message : undefined
  const submit = () =>
    register.run({
      employeeId: readEmployeeId(draft.employeeId),
      name: draft.name.trim(),
      phoneCode: draft.phoneCode,
      agreedPrivacyVersion: PRIVACY_VERSION,
    })
  return (
    <Screen
      paper
      bar={
        <BottomBar consequence={problem}>
          <Button disabled={problem !== undefined} onTap={submit}>
            登记
          </Button>
        </BottomBar>
      }
    >
      <Picture src={welcome} alt="" ratio={390 / 272} square />
      <View className="register">
        <View className="t28 bold">{greeting()}</View>
        <View className="t14 secondary">登记一次，以后打开就到。</View>
        <View className="mt-24">
          <Agreement agreed={draft.agreed} onChange={agreed => change({ agreed })} />
        </View>
        {refused ? <NotMatched message={refused} /> : null}
        {draft.agreed ? <IdentityFields draft={draft} onChange={change} /> : null}
        {refused ? null : (
          <View className="register__rebind">
            <Button kind="text" onTap={() => openPage('identity/rebind')}>
              换过手机号或微信
            </Button>
          </View>
        )}
      </View>
    </Screen>
  )
}
