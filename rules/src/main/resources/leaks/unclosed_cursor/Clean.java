package unclosed_cursor;

import android.content.res.AssetFileDescriptor;
import android.app.Activity;
import android.content.ContentResolver;
import android.content.Context;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.net.Uri;
import android.widget.CursorAdapter;
import android.widget.ListView;
import android.widget.SimpleCursorAdapter;
import java.io.IOException;
import java.io.InputStream;

public class Clean {

  public static String nameOf(ContentResolver resolver, Uri uri) {
    Cursor cursor = resolver.query(uri, null, null, null, null);
    if (cursor == null) {
      return null;
    }
    try {
      return cursor.moveToFirst() ? cursor.getString(0) : null;
    } finally {
      cursor.close();
    }
  }

  public static int count(SQLiteDatabase db) {
    try (Cursor cursor = db.rawQuery("SELECT COUNT(*) FROM trips", null)) {
      return cursor.moveToFirst() ? cursor.getInt(0) : 0;
    }
  }

  public static Cursor all(SQLiteOpenHelper helper) {
    SQLiteDatabase db = helper.getReadableDatabase();
    return db.query("trips", null, null, null, null, null, "start");
  }

  public static void shown(CursorAdapter adapter, SQLiteDatabase db) {
    adapter.changeCursor(db.rawQuery("SELECT * FROM trips", null));
  }

  public static void listed(Activity activity, ListView list, SQLiteDatabase db, int row) {
    Cursor cursor = db.rawQuery("SELECT * FROM trips", null);
    list.setAdapter(new SimpleCursorAdapter(activity, row, cursor, new String[0], new int[0], 0));
  }

  @SuppressWarnings("deprecation")
  public static int managed(Activity activity, ContentResolver resolver, Uri uri) {
    Cursor cursor = resolver.query(uri, null, null, null, null);
    activity.startManagingCursor(cursor);
    return cursor.getCount() + activity.managedQuery(uri, null, null, null, null).getCount();
  }

  public static int inMemory() {
    MatrixCursor cursor = new MatrixCursor(new String[] {"title"});
    cursor.addRow(new Object[] {"none"});
    return cursor.getCount();
  }

  public static Bitmap decoded(Context context, Uri uri) throws IOException {
    InputStream in = context.getContentResolver().openInputStream(uri);
    try {
      return BitmapFactory.decodeStream(in);
    } finally {
      in.close();
    }
  }

  /** Leaves it to its caller, exceptions included. */
  public static Cursor sorted(SQLiteDatabase database, String[] columns) {
    Cursor cursor = database.query("notes", columns, null, null, null, null, "name");
    cursor.moveToFirst();
    return cursor;
  }

  public static int firstByte(Context context, String asset) throws IOException {
    AssetFileDescriptor descriptor = context.getAssets().openFd(asset);
    try (InputStream in = descriptor.createInputStream()) {
      return in.read();
    } catch (IOException e) {
      descriptor.close();
      throw e;
    }
  }
}
