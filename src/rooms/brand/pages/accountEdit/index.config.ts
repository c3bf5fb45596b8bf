export default definePageConfig({ navigationBarTitleText: '官方账号' })
