export default definePageConfig({ navigationBarTitleText: '沃币商城', enablePullDownRefresh: true })
