export default definePageConfig({ navigationBarTitleText: '创会申请', enablePullDownRefresh: true })
