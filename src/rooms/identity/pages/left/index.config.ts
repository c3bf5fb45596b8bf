export default definePageConfig({ navigationBarTitleText: '沃社区' })
