export default definePageConfig({ navigationBarTitleText: '我的权限' })
