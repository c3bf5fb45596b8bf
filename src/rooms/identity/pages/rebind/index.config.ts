export default definePageConfig({ navigationBarTitleText: '换绑手机' })
