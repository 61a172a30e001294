; The installer for Windows: for this user alone, so that no administrator is
; needed. It adds the program to "Open with" for the kinds of files it reads and
; takes none of them over; the library stays when the program goes.
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh

Name "Attaché"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Attache"
InstallDirRegKey HKCU "Software\Attache" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Attaché"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileDescription "Attaché: one-page briefings of saved news articles"
VIAddVersionKey LegalCopyright "MIT licence"

!define MUI_ICON "${DIR}\attache.ico"
!define MUI_UNICON "${DIR}\attache.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\attache.exe"
!insertmacro MUI_PAGE_LICENSE "${DIR}\LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "French"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Attache"
!define PROGID "Attache.Article"

!macro Offer EXTENSION
  WriteRegStr HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "Software\Classes\Applications\attache.exe\SupportedTypes" "${EXTENSION}" ""
!macroend

!macro Withdraw EXTENSION
  DeleteRegValue HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "${PROGID}"
!macroend

!macro EachKind DO
  !insertmacro ${DO} ".html"
  !insertmacro ${DO} ".htm"
  !insertmacro ${DO} ".xhtml"
  !insertmacro ${DO} ".mhtml"
  !insertmacro ${DO} ".mht"
  !insertmacro ${DO} ".pdf"
  !insertmacro ${DO} ".docx"
  !insertmacro ${DO} ".docm"
  !insertmacro ${DO} ".odt"
  !insertmacro ${DO} ".rtf"
  !insertmacro ${DO} ".eml"
  !insertmacro ${DO} ".mbox"
  !insertmacro ${DO} ".epub"
  !insertmacro ${DO} ".md"
  !insertmacro ${DO} ".markdown"
  !insertmacro ${DO} ".mdown"
  !insertmacro ${DO} ".txt"
  !insertmacro ${DO} ".text"
!macroend

Section "Attaché"
  SetOutPath "$INSTDIR"
  File /r "${DIR}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Attaché.lnk" "$INSTDIR\attache.exe"
  WriteRegStr HKCU "Software\Attache" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "Saved article"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\attache.exe,0"
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\attache.exe" open "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\attache.exe\shell\open\command" "" '"$INSTDIR\attache.exe" open "%1"'
  !insertmacro EachKind Offer
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Attaché"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\attache.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\Attaché.lnk"
  RMDir /r "$INSTDIR" ; the library is elsewhere and stays
  !insertmacro EachKind Withdraw
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegKey HKCU "Software\Classes\Applications\attache.exe"
  DeleteRegKey HKCU "Software\Attache"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
