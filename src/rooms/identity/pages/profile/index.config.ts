export default definePageConfig({ navigationBarTitleText: '沃空间', enablePullDownRefresh: true })
