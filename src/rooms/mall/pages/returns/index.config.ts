export default definePageConfig({ navigationBarTitleText: '退换', enablePullDownRefresh: true })
